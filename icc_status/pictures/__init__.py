"""Pictures of the registry: a map and a chart, as SVG, PNG or one page of HTML. Nothing here writes."""
