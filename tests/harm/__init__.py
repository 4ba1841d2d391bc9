"""That no file does harm: inputs made bad by chance in every format, and the bad files that are known by name.

`python -m tests.harm --format pdf --inputs 20000` makes and reads bad files by the thousand; the tests of this folder
read some hundred of each format. A file is known by its format, the seed of chance and its number, and made again.
"""
