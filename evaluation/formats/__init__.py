"""The same report in every format: sample reports rendered by public tools, read again and compared."""
