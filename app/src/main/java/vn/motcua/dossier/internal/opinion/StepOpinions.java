package vn.motcua.dossier.internal.opinion;

import java.time.Duration;
import java.time.Instant;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Outside;
import vn.motcua.dossier.internal.processing.Places;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;
import vn.motcua.worktime.TimeLimit;

/// Steps of a process that ask another agency by themselves and wait for the answer. Where the step
/// has a timer its end is the end of the term, and the process goes on by it.
@org.springframework.stereotype.Service
class StepOpinions implements Outside {
    private final Opinions opinions;
    private final Places places;
    private final Calendars calendars;
    private final Asking asking;

    StepOpinions(Opinions opinions, Places places, Calendars calendars, Asking asking) {
        this.opinions = opinions;
        this.places = places;
        this.calendars = calendars;
        this.asking = asking;
    }

    @Override
    public Dossier asked(Dossier dossier, Effect.ServiceCalled effect, Caller by, Instant now) {
        if (effect.service() instanceof Service.Opinion(var group, var question)
                && effect.token() != null) {
            var step = effect.step();
            var agency = places.competent(dossier.agency(), group);
            asking.run(
                    Caller.system(),
                    () ->
                            opinions.open(
                                    dossier,
                                    new Question.Asked(agency.code(), null),
                                    new Opinions.Origin(step.id(), effect.token(), by),
                                    question == null ? step.name().vi() : question.vi(),
                                    opinions.all(dossier),
                                    due(step, agency.code(), now),
                                    SilenceRule.of(step),
                                    now));
        }
        return dossier;
    }

    /// The timer of the step, else its hours, else the usual term; by the calendar of the agency
    /// that answers.
    private Instant due(StepDefinition step, String agency, Instant now) {
        var calendar = calendars.of(agency);
        var timer = step.timer();
        if (timer != null) return Deadlines.due(timer.after(), now, calendar);
        return step.hours().compareTo(Duration.ZERO) > 0
                ? calendar.plus(now, step.hours())
                : Deadlines.due(TimeLimit.workingDays(Question.USUAL_DAYS), now, calendar);
    }
}
