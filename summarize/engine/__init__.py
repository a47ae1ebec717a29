"""What runs the bundled model's network: PyTorch, or ONNX Runtime for small deployments."""
