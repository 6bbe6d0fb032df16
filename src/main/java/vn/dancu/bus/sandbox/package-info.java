/**
 * A whole installation in one process for profile {@code sandbox}: servers, people, and a guide for newcomers.
 *
 * <p>Nobody depends on it and the production package does not carry it. Every person in it is synthetic (ids start with
 * 999).
 */
@NullMarked
@ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {
            "catalogue",
            "dialect",
            "enrichment",
            "enrichment :: file",
            "http",
            "inquiry",
            "kernel",
            "kernel :: name",
            "message",
            "message :: document",
            "message :: population",
            "message :: xroad",
            "register",
            "partner :: authority",
            "partner :: contact",
            "partner :: xroad",
            "sms"
        })
package vn.dancu.bus.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
