"""How what the program has learnt was made: scripts that read the corpus' train part and write data files."""
