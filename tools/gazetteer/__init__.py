"""How the gazetteer is compiled: places read from their sources, middles and seats set, tables written."""
