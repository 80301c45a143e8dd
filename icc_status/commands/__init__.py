"""One module a verb: parse, call, print. The one home of click."""
