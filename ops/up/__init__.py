"""`qingfu up`: starts every process of the house in order, watches them, starts again what dies, stops them all."""
