"""Read the YAML files into the model. The one home of yaml."""
