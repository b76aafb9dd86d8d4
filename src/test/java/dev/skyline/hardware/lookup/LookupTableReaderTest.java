package dev.skyline.hardware.lookup;

import dev.skyline.hardware.DataTable;
import dev.skyline.plugin.InvalidSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LookupTableReaderTest {

    private static final String TABLE = """
            operator,ms,spread,count
            fixed,0.05,0.02,12
            dense in=64 out=10,0.004,,3
            softmax in=10 out=10,0.001,0.1,
            """;

    @Test
    void whatIsWrittenReadsAsTheSame() {
        LookupTable table = LookupTableReader.read(DataTable.read(TABLE));
        assertThat(table.fixed()).isEqualTo(new LookupRow(0.05, OptionalDouble.of(0.02), 12));
        assertThat(table.rows())
                .hasSize(2)
                .containsEntry(OperatorKey.parse("dense in=64 out=10"), new LookupRow(0.004, OptionalDouble.empty(), 3))
                .containsEntry(OperatorKey.parse("softmax in=10"), new LookupRow(0.001, OptionalDouble.of(0.1), 1));
        assertThat(LookupTableReader.read(DataTable.read(table.write()))).isEqualTo(table);
    }

    @Test
    void spreadCountAndFixedCostMayBeLeftOut() {
        LookupTable table =
                LookupTableReader.read(DataTable.read("\uFEFFms,operator\r\n1.5,\"dense in=64 out=10\"\r\n"));
        assertThat(table.fixed().ms()).isZero();
        assertThat(table.find(OperatorKey.parse("dense in=64 out=10"))).contains(LookupRow.of(1.5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | there is no line in it
                    'operator,ms' | no row under the header
                    'operator,ms\nfixed,1' | there is no operator in it
                    'operator,us\nfixed,1' | line 1, column 'us': is in microseconds; latencies are wanted in milliseconds, in a column 'ms'
                    'operator,latency_us\nfixed,1' | is in microseconds
                    'operator,latency (ns)\nfixed,1' | is in nanoseconds
                    'operator,seconds\nfixed,1' | is in seconds
                    'operator,latency\nfixed,1' | line 1, column 'latency': there is no such column; valid are operator, ms
                    'operator,spread\nfixed,1' | there is no column 'ms'
                    'ms,count\n1,1' | there is no column 'operator'
                    'operator,ms,ms\nfixed,1,1' | the column 'ms' stands twice
                    'operator,ms\nfixed,1,2' | line 2: 3 values, but the header names 2 columns
                    'operator,ms\nfixed,-1' | line 2, column 'ms': -1 is negative
                    'operator,ms\nfixed,NaN' | line 2, column 'ms': 'NaN' is no finite number
                    'operator,ms\nfixed,Infinity' | is no finite number
                    'operator,ms\nfixed,1e999' | is no finite number
                    'operator,ms\nfixed,0x1p3' | is no finite number
                    'operator,ms\nfixed,' | line 2, column 'ms': is blank
                    'operator,ms\nfixed,1\n\nfixed,1' | line 4, column 'operator': 'fixed' stands twice
                    'operator,ms\ndense in=4 out=2,1\ndense out=2 in=4,2' | line 3, column 'operator': 'dense out=2 in=4' stands twice
                    'operator,ms\ndense in=4,1' | line 2, column 'operator': dense needs out=…
                    'operator,ms,spread\ndense in=4 out=2,1,-0.1' | column 'spread': -0.1 is negative
                    'operator,ms,spread\ndense in=4 out=2,1,25' | is a share of the ms
                    'operator,ms,count\ndense in=4 out=2,1,0' | column 'count': is a whole number from 1
                    'operator,ms,count\ndense in=4 out=2,1,1.5' | is a whole number from 1
                    'operator,ms\n"dense in=4 out=2,1' | line
                    """)
    void aFaultIsRefusedWithItsPlace(String csv, String message) {
        assertThatThrownBy(() -> LookupTableReader.read(DataTable.read(csv.replace("\\n", "\n"))))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        refused -> assertThat(refused.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.field()).isEqualTo("data");
                                    assertThat(violation.message()).contains(message);
                                }));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> DataTable.read("operator,ms\nfixed,\u00E4".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("UTF-8");
    }
}
