"""What each trait of a place counts for a logo being there, in logarithms of odds.

A logistic regression on logos laid into photos by `benchmarks.logos`, made anew by python -m benchmarks.logo_weights.
"""

BIAS = -13.32
WEIGHTS = {
    "agreement of the outline": 5.63,
    "one colour to another along it": 16.31,
    "agreement of the outline nearby": -4.37,
    "edges where the logo has none": -2.98,
    "spread of the calmer side": 0.98,
    "likeness of pixels": 5.08,
    "shear": -3.36,
    "size": 0.49,
    "length of the outline": 3.93,
    "one direction of it": 3.75,
    "agreement by chance": -10.23,
    "score of features": 2.35,
}
