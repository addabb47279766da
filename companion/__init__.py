"""A guide that stands beside a person who registers on 1688.com; it never acts."""

__version__ = "0.1.0"
