"""How well one document is read, layer by layer, beside plain records made by hand (see corpus/training.py).

python -m evaluation.layers FILE_OR_FOLDER... [--split dev] [--limit N] [--json OUT] [--show LAYER]
"""
