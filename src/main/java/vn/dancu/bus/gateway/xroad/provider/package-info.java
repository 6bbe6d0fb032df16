/** The bus as a provider on X-Road: its identifier, its services, and the metaservices that tell of them. It lets nobody in. */
@NullMarked
package vn.dancu.bus.gateway.xroad.provider;

import org.jspecify.annotations.NullMarked;
