{{- define "dancu-bus.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-{{ .Chart.Name }}{{ end -}}
{{- end }}

{{- define "dancu-bus.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "dancu-bus.labels" -}}
{{ include "dancu-bus.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- /* A key of a ConfigMap holds no slash. */ -}}
{{- define "dancu-bus.key" -}}
{{ . | replace "/" "__" }}
{{- end }}

{{- /* What the chart says; values.settings is laid over it. */ -}}
{{- define "dancu-bus.settings" -}}
server:
  port: 8080
{{- if .Values.tls.serverSecret }}
  ssl:
    bundle: server
{{- end }}
management:
  server:
    port: 8081
    address: 0.0.0.0
spring:
  lifecycle:
    timeout-per-shutdown-phase: {{ .Values.shutdown.gracefulSeconds }}s
  datasource:
    url: {{ .Values.postgres.url | quote }}
    username: {{ .Values.postgres.username | quote }}
  artemis:
    mode: native
    broker-url: {{ .Values.artemis.brokerUrl | quote }}
    user: {{ .Values.artemis.username | quote }}
{{- if or .Values.tls.serverSecret .Values.tls.bundles }}
  ssl:
    bundle:
      pem:
{{- if .Values.tls.serverSecret }}
        server:
          reload-on-update: true
          keystore:
            certificate: file:/etc/dancu/tls/server/tls.crt
            private-key: file:/etc/dancu/tls/server/tls.key
{{- end }}
{{- range $name, $bundle := .Values.tls.bundles }}
        {{ $name }}:
          reload-on-update: true
          keystore:
            certificate: file:/etc/dancu/tls/{{ $name }}/tls.crt
            private-key: file:/etc/dancu/tls/{{ $name }}/tls.key
{{- end }}
{{- end }}
dancu:
  http:
    public-address: {{ .Values.publicAddress | quote }}
  system:
    drain: {{ .Values.shutdown.drainSeconds }}s
  audit:
    bootstrap-servers: {{ .Values.kafka.bootstrapServers | quote }}
{{- if .Values.partners.existingConfigMap }}
  policy:
    file: file:/etc/dancu/partners/partners.yaml
{{- end }}
  delivery:
    folder: /var/lib/dancu/delivery
{{- end }}
