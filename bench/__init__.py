"""Costs, each as a ratio within one run. `python -m bench` measures them and writes RESULTS.md."""
