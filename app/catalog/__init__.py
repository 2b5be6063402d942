"""Models that exist, on this computer and on the hubs: catalogue, library, downloads, offers. No Qt."""
