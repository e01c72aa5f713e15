package vn.motcua.organization;

import vn.motcua.kernel.LocalText;

/// A unit inside agencies, named in process models by its id.
///
/// @param id for example `ho-tich`
public record AgencyUnit(String id, LocalText name) {}
