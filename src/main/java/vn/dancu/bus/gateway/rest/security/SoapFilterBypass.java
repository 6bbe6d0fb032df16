package vn.dancu.bus.gateway.rest.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * The security chains, for every servlet but that of the SOAP door, which signs its askers in by itself. The container
 * has chosen the servlet already, so no way of writing the path leads another door past its chain. Even an empty chain
 * cost a tenth of the time of a question.
 */
final class SoapFilterBypass extends DelegatingFilterProxyRegistrationBean {

    private static final String CHAINS = "springSecurityFilterChain";

    private final WebApplicationContext context;
    private final String soapServlet;

    SoapFilterBypass(WebApplicationContext context, String soapServlet) {
        super(CHAINS);
        this.context = context;
        this.soapServlet = soapServlet;
    }

    @Override
    public DelegatingFilterProxy getFilter() {
        return new DelegatingFilterProxy(CHAINS, context) {
            @Override
            public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (soapServlet.equals(((HttpServletRequest) request).getServletPath())) {
                    chain.doFilter(request, response);
                } else {
                    super.doFilter(request, response, chain);
                }
            }

            /** The chains are looked up at the first request, not while the web server starts. */
            @Override
            protected void initFilterBean() {}
        };
    }
}
