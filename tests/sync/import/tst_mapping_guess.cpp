// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/mapping_guess.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

ImportSample csv(const QString &heading, const QStringList &records = {}, char separator = ',')
{
    ImportSample sample;
    sample.separator = separator;
    sample.heading = heading.split(QLatin1Char(separator));
    for (const auto &record : records)
        sample.records.append(record.split(QLatin1Char(separator)));
    return sample;
}

//! "cost=Billed Cost id=…", fields in their order.
QString text(const ColumnMapping &mapping)
{
    QStringList parts;
    for (auto it = mapping.columns.constBegin(); it != mapping.columns.constEnd(); ++it)
        parts.append(toText(it.key()) + u'=' + it.value());
    return parts.join(u' ');
}

} // namespace

class MappingGuessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsFilesByTheirHeading_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("columns");

        QTest::newRow("activity log")
            << u"generation_id,created_at,cost_total,cost_web_search,cost_cache,cost_file_processing,byok_usage_inference,tokens_prompt,tokens_completion,tokens_reasoning,tokens_cached,model_permaslug,provider_name,variant,cancelled,streamed,user,finish_reason_raw,finish_reason_normalized,generation_time_ms,time_to_first_token_ms,api_key_disabled,api_key_name,app_name"_s
            << u"activity-log"_s
            << u"id=generation_id time=created_at key=api_key_name served=model_permaslug provider=provider_name input=tokens_prompt output=tokens_completion cached=tokens_cached reasoning=tokens_reasoning cost=cost_total byok=byok_usage_inference cache-cost=cost_cache tools-cost=cost_web_search first-byte=time_to_first_token_ms total-time=generation_time_ms streamed=streamed cancelled=cancelled finish=finish_reason_normalized"_s;
        QTest::newRow("panel usage")
            << u"Time,API Key Name,Model,Reasoning Effort,Inbound Endpoint,Type,Billing Mode,Input Tokens,Output Tokens,Cache Read Tokens,Cache Creation Tokens,Rate Multiplier,Billed Cost,Original Cost,First Token (ms),Duration (ms)"_s
            << u"panel-usage"_s
            << u"time=Time key=API Key Name model=Model input=Input Tokens output=Output Tokens cached=Cache Read Tokens cache-write=Cache Creation Tokens cost=Billed Cost first-byte=First Token (ms) total-time=Duration (ms) streamed=Type"_s;
        QTest::newRow("plain words")
            << u"ID,Timestamp,Model,Prompt Tokens,Completion Tokens,Cost (USD),Status"_s << u"csv"_s
            << u"id=ID time=Timestamp model=Model outcome=Status input=Prompt Tokens output=Completion Tokens cost=Cost (USD)"_s;
        QTest::newRow("two ids") << u"id,request_id,generation_id,time"_s << u"csv"_s
                                 << u"id=generation_id time=time request-id=request_id"_s;
        QTest::newRow("asked and served")
            << u"request_id,start_time,model_group,upstream_model,spend"_s << u"csv"_s
            << u"id=request_id time=start_time model=model_group served=upstream_model cost=spend"_s;
        QTest::newRow("nothing known") << u"a,b"_s << u"csv"_s << QString();
    }

    void knowsFilesByTheirHeading()
    {
        QFETCH(QString, heading);
        QFETCH(QString, format);
        QFETCH(QString, columns);

        const auto mapping = guessMapping(csv(heading));

        QCOMPARE(QString(toText(mapping.format)), format);
        QCOMPARE(text(mapping), columns);
        QVERIFY(mapping.columns.contains(ImportField::StartedAt)
            == checkMapping(mapping, heading.split(u',')).has_value());
    }

    void countsCacheTokensApartWhereTheGatewayDoes()
    {
        QVERIFY(guessMapping(csv(u"Time,Billed Cost,Original Cost,Model"_s)).isCacheApart);
        QVERIFY(guessMapping(csv(u"time,input_tokens,cache_read_input_tokens,cache_creation_input_tokens"_s))
                    .isCacheApart);
        QVERIFY(!guessMapping(csv(u"time,input_tokens,cached_tokens"_s)).isCacheApart);
    }

    void readsUnitsFromTheHeading()
    {
        const auto mapping = guessMapping(csv(u"time,cost_cents_eur,latency_s,ttft_ms"_s));

        QCOMPARE(mapping.moneyUnit, MoneyUnit::Hundredths);
        QCOMPARE(mapping.currency.code(), u"EUR"_s);
        QCOMPARE(mapping.totalTimeUnit, LatencyUnit::Seconds);
        QCOMPARE(mapping.firstByteUnit, LatencyUnit::Milliseconds);
    }

    void readsUnitsFromTheValuesWhereTheHeadingIsSilent()
    {
        const auto heading = u"time,latency"_s;
        QCOMPARE(guessMapping(csv(heading, {u"x,1.52"_s, u"x,0.9"_s})).totalTimeUnit, LatencyUnit::Seconds);
        QCOMPARE(
            guessMapping(csv(heading, {u"x,1520"_s, u"x,900"_s})).totalTimeUnit, LatencyUnit::Milliseconds);
        QCOMPARE(guessMapping(csv(heading, {u"x,1520.5"_s})).totalTimeUnit, LatencyUnit::Milliseconds);
        QCOMPARE(guessMapping(csv(heading)).totalTimeUnit, LatencyUnit::Milliseconds);
    }

    void takesGenerationIdsForTheIdWhateverTheyAreCalled()
    {
        const auto mapping
            = guessMapping(csv(u"request_id,ref,time"_s, {u"r1,gen-1-a,t"_s, u"r2,gen-2-b,t"_s}));

        QCOMPARE(text(mapping), u"id=ref time=time request-id=request_id"_s);
    }

    void readsDecimalCommasBetweenSemicolons()
    {
        QVERIFY(guessMapping(csv(u"time;cost"_s, {u"x;0,012"_s}, ';')).hasDecimalComma);
        QVERIFY(!guessMapping(csv(u"time;cost"_s, {u"x;0.012"_s}, ';')).hasDecimalComma);
    }

    void findsTheSeparator()
    {
        QCOMPARE(separatorOf("a,b;c,d"), ',');
        QCOMPARE(separatorOf("a;b;c"), ';');
        QCOMPARE(separatorOf("a\tb"), '\t');
        QCOMPARE(separatorOf("alone"), ',');
    }

    void knowsSavedGenerationRecords()
    {
        ImportSample sample;
        sample.isJson = true;
        sample.heading = QStringList{u"data.id"_s, u"data.created_at"_s, u"data.model"_s,
            u"data.total_cost"_s, u"data.native_tokens_prompt"_s, u"data.tokens_prompt"_s};

        const auto mapping = guessMapping(sample);

        QCOMPARE(mapping.format, ImportFormat::JsonLines);
        QCOMPARE(text(mapping),
            u"id=data.id time=data.created_at served=data.model input=data.native_tokens_prompt cost=data.total_cost"_s);
    }

    void keepsAMappingInItsJsonForm()
    {
        auto mapping = guessMapping(csv(u"Time;Billed Cost;Original Cost"_s, {u"x;0,1;2"_s}, ';'));
        mapping.zone = QTimeZone("Asia/Shanghai");
        mapping.currency = *Currency::fromCode(u"CNY");
        mapping.firstByteUnit = LatencyUnit::Seconds;
        mapping.onlyAccount = u"main"_s;

        const auto read = columnMappingFromJson(toJson(mapping));

        QVERIFY(read);
        QCOMPARE(*read, mapping);
        QCOMPARE(*columnMappingFromJson({}), ColumnMapping());
    }

    void refusesAMappingThatIsNone_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");

        QTest::newRow("format") << u"format"_s << QJsonValue(u"xls"_s);
        QTest::newRow("field") << u"columns"_s << QJsonValue(QJsonObject{{u"colour"_s, u"red"_s}});
        QTest::newRow("unit") << u"money_unit"_s << QJsonValue(u"pounds"_s);
        QTest::newRow("zone") << u"zone"_s << QJsonValue(u"Mars/Base"_s);
        QTest::newRow("currency") << u"currency"_s << QJsonValue(u"$"_s);
        QTest::newRow("separator") << u"separator"_s << QJsonValue(u"::"_s);
    }

    void refusesAMappingThatIsNone()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        const auto read = columnMappingFromJson({{member, value}});
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::InvalidInput);
    }

    void saysWhichColumnIsMissing()
    {
        ColumnMapping mapping;
        mapping.columns = {{ImportField::StartedAt, u"when"_s}, {ImportField::Cost, u"cost"_s}};

        QVERIFY(checkMapping(mapping, {u"when"_s, u"cost"_s}));
        QVERIFY(checkMapping(mapping, {u"when"_s}).error().detail.contains(u"cost"));
        mapping.columns.remove(ImportField::StartedAt);
        QVERIFY(!checkMapping(mapping, {u"when"_s, u"cost"_s}));
    }
};

QTEST_GUILESS_MAIN(MappingGuessTest)
#include "tst_mapping_guess.moc"
