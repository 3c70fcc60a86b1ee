"""A page on which a translator reads a translation against its source: one file that needs nothing else."""

from localize.exchange.review.page import export

__all__ = ["export"]
