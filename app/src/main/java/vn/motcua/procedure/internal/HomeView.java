package vn.motcua.procedure.internal;

import java.util.List;
import vn.motcua.procedure.LifeEvent;

/// @param enterprise whether the tiles are those of enterprises
public record HomeView(boolean enterprise, List<LifeEvent> events, List<CardView> popular) {}
