"""The two private servers: PostgreSQL from a wheel, RabbitMQ from Debian; own ports, own data, 127.0.0.1 only."""
