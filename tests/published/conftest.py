from tests.cli.conftest import environment, plugin_path, run, run_process

__all__ = ["environment", "plugin_path", "run", "run_process"]
