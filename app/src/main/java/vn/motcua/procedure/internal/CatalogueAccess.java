package vn.motcua.procedure.internal;

import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;

/// What procedures exist and what they ask is open to everybody.
@Component
class CatalogueAccess implements AccessRules {
    @Override
    public void rules(AccessRegistry registry) {
        registry.open(
                "/",
                "/procedures",
                "/procedures/{code}",
                "/procedures/{code}/history",
                "/data/{file}",
                "/data/procedures/{name}");
    }
}
