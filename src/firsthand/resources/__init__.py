"""What the stages work with: parser, gazetteer, lexicons, kinds and frames, each opened once and named by digest."""
