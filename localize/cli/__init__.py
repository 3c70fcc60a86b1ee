"""The command line: one module a noun, each only options in and text out; the work is done below.

``root`` names the commands by import path, so that ``localize --help`` imports none of them.
"""
