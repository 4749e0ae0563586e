"""A language model as a further extractor: asked only when wanted, believed only where the report's words bear it out."""
