"""The pages: each a module with functions from a visit to an answer."""
