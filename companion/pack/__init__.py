"""The knowledge of one site: reading it, finding its mistakes, compiling it.

Nothing is imported here, so that telling a host (`hosts`) does not load pydantic.
"""
