"""Pure judgement: one detector a file, found by being there.

A module of this package whose name does not start with an underscore holds one subclass of `Detector`.
"""
