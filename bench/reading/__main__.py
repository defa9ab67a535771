"""``python -m bench.reading``."""

from bench.reading.measuring import main

if __name__ == "__main__":
    main()
