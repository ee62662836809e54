# The bot, as somebody who is not root and on a file system that it cannot write to, but for /data and /tmp.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/roundtable
COPY pyproject.toml constraints.txt README.md ./
COPY bot bot
COPY handlers handlers
COPY storage storage
COPY domain domain
COPY sandbox sandbox
RUN /opt/roundtable/bin/pip install --no-cache-dir --disable-pip-version-check -c constraints.txt . \
    && /opt/roundtable/bin/python -m compileall -q /opt/roundtable/lib

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin roundtable \
    && install --directory --owner=roundtable --group=roundtable --mode=0750 /data
COPY --from=build /opt/roundtable /opt/roundtable
ENV PATH=/opt/roundtable/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MPLCONFIGDIR=/tmp/matplotlib \
    ROUNDTABLE_STORAGE__URL=sqlite+aiosqlite:////data/roundtable.db \
    ROUNDTABLE_BACKUP__FOLDER=/data/backups \
    ROUNDTABLE_HEALTH__PORT=8082
USER roundtable
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8082/healthz/alive', timeout=4)"]
ENTRYPOINT ["roundtable"]
CMD ["run"]
