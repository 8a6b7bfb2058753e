"""What the user meant and what the backend said."""
