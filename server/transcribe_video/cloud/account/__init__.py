"""Who this installation is to the cloud, and what opens the cloud for it."""
