"""What each trait of a place counts for a logo being there, in logarithms of odds.

A logistic regression on logos laid into photos by `benchmarks.logos`, made anew by python -m benchmarks.logo_weights.
"""

BIAS = -16.56
WEIGHTS = {
    "agreement of the outline": 8.59,
    "one colour to another along it": 9.72,
    "agreement of the outline nearby": -6.49,
    "edges where the logo has none": -0.94,
    "spread of the calmer side": 0.57,
    "likeness of what changes": 1.71,
    "shear": -2.10,
    "size": 0.38,
    "length of the outline": 2.86,
    "one direction of it": 0.12,
    "agreement by chance": -8.48,
    "score of features": 1.47,
    "likeness as the network sees it": 8.10,
}
