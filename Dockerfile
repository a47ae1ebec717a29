# pksum on a CPU, without torch: docker build -t pksum . && docker run --rm -i pksum brief - < speech.txt
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/pksum
COPY constraints.txt ./
COPY deploy/requirements-small.txt deploy/
RUN /opt/pksum/bin/pip install --no-cache-dir -c constraints.txt -r deploy/requirements-small.txt
COPY . .
RUN /opt/pksum/bin/pip install --no-cache-dir --no-deps .
# The model is converted once, here; the package that converts is not needed after.
ENV PKSUM_CACHE=/opt/pksum/cache
RUN /opt/pksum/bin/pksum models convert pksum-mini-v1 \
    && chmod -R a+rX /opt/pksum/cache \
    && /opt/pksum/bin/pip uninstall --yes onnx ml_dtypes

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --create-home pksum \
    && mkdir /work \
    && chown pksum /work
COPY --from=build /opt/pksum /opt/pksum
ENV PATH=/opt/pksum/bin:$PATH \
    PKSUM_CACHE=/opt/pksum/cache \
    PKSUM_ENGINE=onnx \
    PKSUM_OFFLINE=1
USER 10001
WORKDIR /work
HEALTHCHECK --interval=5m --timeout=60s CMD ["pksum", "doctor"]
ENTRYPOINT ["pksum"]
CMD ["--help"]
