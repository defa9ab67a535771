# syntax=docker/dockerfile:1
# Two images: `engine` (Rasa, Python 3.10) and `product` (everything people reach, Python 3.12).

FROM python:3.10.19-slim-bookworm AS engine
ENV PYTHONUNBUFFERED=1 RASA_TELEMETRY_ENABLED=false DUWTJE_HOME=/var/lib/duwtje UV_PYTHON_DOWNLOADS=never
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN pip install --no-cache-dir uv==0.13.9 \
 && useradd --create-home --uid 10001 duwtje \
 && install -d -o duwtje -g duwtje /srv/duwtje /var/lib/duwtje
USER 10001
WORKDIR /srv/duwtje
COPY --chown=10001 engine/pyproject.toml engine/uv.lock engine/
RUN uv sync --frozen --project engine --python python3.10 --compile-bytecode --no-cache
COPY --chown=10001 engine engine
COPY --chown=10001 config.yml domain.yml endpoints.yml credentials.yml ./
COPY --chown=10001 data data
# The model is made at build time, so that a container starts in seconds and without a network.
RUN engine/.venv/bin/python engine/install_spacy_model.py && engine/.venv/bin/python engine/train.py
EXPOSE 5005
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
  CMD ["engine/.venv/bin/python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:5005/', timeout=4)"]
CMD ["engine/.venv/bin/python", "engine/serve.py"]

FROM python:3.12.12-slim-bookworm AS product
ENV PYTHONUNBUFFERED=1 DUWTJE_HOME=/var/lib/duwtje UV_PYTHON_DOWNLOADS=never PATH=/srv/duwtje/.venv/bin:$PATH
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN pip install --no-cache-dir uv==0.13.9 \
 && useradd --create-home --uid 10001 duwtje \
 && install -d -o duwtje -g duwtje /srv/duwtje /var/lib/duwtje
USER 10001
WORKDIR /srv/duwtje
COPY --chown=10001 pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --python python3.12 --compile-bytecode --no-cache
COPY --chown=10001 bot bot
COPY --chown=10001 actions actions
COPY --chown=10001 scheduler scheduler
EXPOSE 8080
CMD ["python", "-m", "bot", "web"]
