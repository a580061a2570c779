"""What each trait of a place counts for a logo being there, in logarithms of odds.

A logistic regression on logos laid into photos by `benchmarks.logos`, made anew by python -m benchmarks.logo_weights.
"""

BIAS = -4.24
WEIGHTS = {
    "agreement of the outline": 1.94,
    "one colour to another along it": 2.39,
    "agreement of the outline nearby": -2.54,
    "edges where the logo has none": -1.01,
    "spread of the calmer side": -0.04,
    "likeness of what changes": 2.11,
    "shear": -3.73,
    "size": 0.25,
    "length of the outline": 0.55,
    "one direction of it": 0.74,
    "agreement by chance": -2.59,
    "score of features": 1.26,
    "odds that the network gives": 0.55,
}
