"""Pictures of the registry, as SVG, PNG or one page of HTML; nothing here writes."""
