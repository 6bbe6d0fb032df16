window.addEventListener("load", () => {
  SwaggerUIBundle({
    dom_id: "#swagger-ui",
    urls: [
      { url: "/openapi/v1.yaml", name: "REST: hệ thống kết nối / partners" },
      { url: "/openapi/admin-v1.yaml", name: "Quản trị / administration" },
    ],
    layout: "StandaloneLayout",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    docExpansion: "list",
    defaultModelsExpandDepth: -1,
    tryItOutEnabled: true,
    deepLinking: true,
    persistAuthorization: false,
    // The validator of Swagger would send the address of the document to another host.
    validatorUrl: null,
  });
});
