"""The operator's command `qingfu`: it starts, watches, stops and repairs the house, and belongs to no house."""
