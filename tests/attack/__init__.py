"""The house under attack: by HTTP, AMQP and SQL, as everybody who could try."""
