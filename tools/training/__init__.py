"""How the learnt scorers are made: which data teach what, the fit, folds and cards."""
