"""The conventional stack for the same job: FastAPI, a Redis stream, a reply worker, PostgreSQL."""
