"""Documents that a person attaches: reading them in a disposable process, finding what matters, quoting. No Qt."""
