"""What each trait of a place counts for a logo being there, in logarithms of odds.

A logistic regression on logos laid into photos by `benchmarks.logos`, made anew by python -m benchmarks.logo_weights.
"""

BIAS = -11.96
WEIGHTS = {
    "agreement of the outline": 6.21,
    "one colour to another along it": 15.64,
    "agreement of the outline nearby": -6.61,
    "edges where the logo has none": -4.43,
    "spread of the calmer side": 1.06,
    "likeness of what changes": 5.84,
    "shear": -3.77,
    "size": 0.51,
    "length of the outline": 3.84,
    "one direction of it": 3.47,
    "agreement by chance": -13.64,
    "score of features": 2.02,
}
