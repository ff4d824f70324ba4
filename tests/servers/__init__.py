"""The suite's own PostgreSQL and RabbitMQ, and the whole house: each started once, when the first test asks for it.

A server that cannot be had is a failure, never a skip. All data lie in one folder of the system's temporary one;
nothing is left of it afterwards.
"""
