"""What each trait of a place counts for a logo being there, in logarithms of odds.

A logistic regression on logos laid into photos by `benchmarks.logos`, made anew by python -m benchmarks.logo_weights.
"""

BIAS = -14.50
WEIGHTS = {
    "agreement of the outline": 4.45,
    "one colour to another along it": 4.83,
    "agreement of the outline nearby": -1.96,
    "edges where the logo has none": 0.10,
    "spread of the calmer side": 0.17,
    "likeness of what changes": 2.54,
    "shear": -0.55,
    "size": 0.25,
    "length of the outline": 1.66,
    "one direction of it": -0.81,
    "agreement by chance": -4.88,
    "score of features": 2.19,
    "likeness as the network sees it": 6.84,
}
