"""What each trait of a place counts for a logo being there, in logarithms of odds.

Logistic regressions on logos laid into photos by `benchmarks.logos`. The second is made anew by python -m
benchmarks.logo_weights; one of its traits is what the first says, where that speaks for the logo.
"""

OUTLINE_BIAS = -13.32
OUTLINE_WEIGHTS = {
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
"""Learnt where logos were laid by their outlines alone."""
BIAS = -9.38
WEIGHTS = {
    "agreement of the outline": 6.60,
    "one colour to another along it": 3.82,
    "agreement of the outline nearby": -13.57,
    "edges where the logo has none": 0.12,
    "spread of the calmer side": 0.38,
    "likeness of pixels": 1.51,
    "shear": -2.63,
    "size": -0.41,
    "length of the outline": 1.84,
    "one direction of it": -3.83,
    "likeness of what changes": 4.19,
    "agreement by chance": -4.37,
    "score of features": 1.52,
    "told by its outline": 0.58,
}
