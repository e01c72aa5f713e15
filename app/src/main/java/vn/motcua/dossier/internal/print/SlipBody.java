package vn.motcua.dossier.internal.print;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Money;
import vn.motcua.worktime.Outcome;

/// What only one kind of paper carries.
public sealed interface SlipBody {
    SlipKind kind();

    /// @param secondDue appointment of the second stage, for services in two stages
    record Receipt(List<SlipFee> fees, List<SlipWorking> working, @Nullable Instant secondDue)
            implements SlipBody {
        public Receipt {
            fees = List.copyOf(fees);
            working = List.copyOf(working);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.RECEIPT;
        }
    }

    /// @param asks what to supplement, numbered in this order
    /// @param answerBy last day to answer; null when the law sets none
    /// @param officer who guides
    record Supplement(
            List<SlipReason> asks,
            @Nullable String words,
            @Nullable LocalDate answerBy,
            String officer,
            String officerPhone)
            implements SlipBody {
        public Supplement {
            asks = List.copyOf(asks);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.SUPPLEMENT;
        }
    }

    /// @param goTo where the person should turn instead
    record Refusal(List<SlipReason> reasons, @Nullable String words, @Nullable String goTo)
            implements SlipBody {
        public Refusal {
            reasons = List.copyOf(reasons);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.REFUSAL;
        }
    }

    /// @param promised the appointment that is missed
    /// @param newDue the new one, given once only
    /// @param late who is late, and therefore signs
    record Apology(
            String late, Instant promised, Instant newDue, String reason, List<SlipWorking> working)
            implements SlipBody {
        public Apology {
            working = List.copyOf(working);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.APOLOGY;
        }
    }

    /// What is to be paid.
    ///
    /// @param lines the amounts it is made of; empty where an officer gave the whole
    /// @param ground what an amount given by an officer rests on
    /// @param account where it is paid to, with `holder` and `bank`; null where the agency has none
    /// @param reference what the transfer names
    /// @param startsClock whether the legal time begins with the payment
    /// @param withoutNames whether it is printed without who it is about
    record Payment(
            List<SlipFee> lines,
            Money amount,
            @Nullable String ground,
            LocalDate payBy,
            @Nullable String holder,
            @Nullable String account,
            @Nullable String bank,
            String reference,
            boolean startsClock,
            boolean withoutNames)
            implements SlipBody {
        public Payment {
            lines = List.copyOf(lines);
        }

        /// For whoever holds the tracking key alone, who is told no names.
        public Payment unnamed() {
            return new Payment(
                    lines,
                    amount,
                    ground,
                    payBy,
                    holder,
                    account,
                    bank,
                    reference,
                    startsClock,
                    true);
        }

        /// `Năm mươi nghìn đồng`
        public String inWords() {
            var words = NumberWords.of(amount.dong()) + " đồng";
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.PAYMENT;
        }
    }

    record Stop(
            SlipReason ground,
            @Nullable String words,
            List<SlipComponent> papersReturned,
            List<SlipFee> moneyReturned)
            implements SlipBody {
        public Stop {
            papersReturned = List.copyOf(papersReturned);
            moneyReturned = List.copyOf(moneyReturned);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.STOP;
        }
    }

    record Control(String inCharge, List<String> cooperating, List<HandOver> handOvers)
            implements SlipBody {
        public Control {
            cooperating = List.copyOf(cooperating);
            handOvers = List.copyOf(handOvers);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.CONTROL;
        }
    }

    /// One hand-over of the dossier.
    ///
    /// @param step what was done before it
    /// @param allowed working time the step was given, in words
    /// @param outcome how the step kept it; null when it was not counted
    record HandOver(
            String step,
            String giver,
            String receiver,
            Instant at,
            @Nullable String allowed,
            @Nullable Outcome outcome,
            @Nullable String note) {
        public String outcomeText() {
            if (outcome == null) return "Không tính giờ";
            return switch (outcome) {
                case EARLY -> "Trước hạn";
                case ON_TIME -> "Đúng hạn";
                case LATE -> "Quá hạn";
            };
        }
    }

    /// One part of a register.
    ///
    /// @param first number of its first line in the period
    /// @param total lines of the whole period
    record Register(String period, int first, int total, List<RegisterRow> rows)
            implements SlipBody {
        public Register {
            rows = List.copyOf(rows);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.REGISTER;
        }
    }

    /// @param sets number of sets handed in; null leaves the place blank, as everywhere here
    /// @param way how the result was returned
    /// @param receiver who signed for it
    record RegisterRow(
            String code,
            String summary,
            @Nullable Integer sets,
            String owner,
            String contact,
            String agency,
            @Nullable Instant received,
            @Nullable Instant due,
            @Nullable Instant transferred,
            @Nullable Instant resultBack,
            @Nullable Instant returned,
            @Nullable String way,
            @Nullable String receiver,
            @Nullable String note) {}

    /// A result document where the release brings no template of its own.
    ///
    /// @param title kind of document: `Giấy phép xây dựng`
    /// @param about what it is about, under the title
    /// @param grounds rules and papers it rests on, each a line `Căn cứ …`
    /// @param decision the sentence that decides
    /// @param fields what is certified, in order
    /// @param closing paragraphs after the fields
    /// @param recipients lines of `Nơi nhận`
    /// @param facts what officers typed for the result, by name
    record Result(
            String title,
            @Nullable String about,
            List<String> grounds,
            String decision,
            List<Field> fields,
            List<String> closing,
            List<String> recipients,
            Map<String, String> facts)
            implements SlipBody {
        public Result {
            facts = Map.copyOf(facts);
            grounds = List.copyOf(grounds);
            fields = List.copyOf(fields);
            closing = List.copyOf(closing);
            recipients = List.copyOf(recipients);
        }

        @Override
        public SlipKind kind() {
            return SlipKind.RESULT;
        }
    }

    record Field(String label, String value) {}
}
