using System.Collections.Immutable;
using System.Text.Json;
using static ConservationLaws.Certificates.CertificateReader;
using static ConservationLaws.Certificates.CertificateWriter;

namespace ConservationLaws.Certificates;

/// <summary>The member <c>network</c> of certificates, written and read.</summary>
internal static class CertificateNetworks
{
    internal static void Write(Utf8JsonWriter json, CertificateNetwork network)
    {
        json.WriteStartObject("network");
        WriteArray(json, "input", network.Input, json.WriteNumberValue);
        WriteArray(json, "layers", network.Layers, layer => WriteLayer(json, layer));
        WritePoint(json, network.Point);
        WriteArray(json, "inputs", network.Inputs, input =>
        {
            json.WriteStartArray();
            foreach (Algebra.Integers.Integer value in input)
            {
                json.WriteStringValue(value.ToString());
            }

            json.WriteEndArray();
        });
        json.WriteString("modulus", network.Modulus.ToString());
        WriteArray(json, "rows", network.Rows, row => WriteIndices(json, row.Input, row.Output));
        WritePivots(json, network.Pivots);
        json.WriteEndObject();
    }

    internal static CertificateNetwork Read(JsonElement network) => new(
        Sizes(network, "input"),
        Layers(network),
        Point(network),
        Items(network.GetProperty("inputs"), input => Items(input, Number)),
        Modulus(network),
        Items(network.GetProperty("rows"), row => (row[0].GetInt32(), row[1].GetInt32())),
        Pivots(network));

    private static void WriteLayer(Utf8JsonWriter json, CertificateLayer layer)
    {
        json.WriteStartObject();
        switch (layer)
        {
            case CertificateDense dense:
                json.WriteString("kind", "dense");
                json.WriteNumber("units", dense.Units);
                WriteUnits(json, dense.Activation, dense.HasBias);
                break;
            case CertificateConvolution convolution:
                json.WriteString("kind", "conv");
                json.WriteNumber("channels", convolution.Channels);
                WriteArray(json, "kernel", convolution.Kernel, json.WriteNumberValue);
                json.WriteNumber("stride", convolution.Stride);
                if (convolution.Zeros is { } zeros)
                {
                    json.WriteNumber("padding", zeros);
                }
                else
                {
                    json.WriteString("padding", convolution.IsCircular ? "circular" : "same");
                }

                WriteUnits(json, convolution.Activation, convolution.HasBias);
                break;
            case CertificateResidual residual:
                json.WriteString("kind", "residual");
                WriteArray(json, "layers", residual.Layers, inner => WriteLayer(json, inner));
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, string activation, bool hasBias)
    {
        json.WriteString("activation", activation);
        json.WriteBoolean("bias", hasBias);
    }

    private static ImmutableArray<CertificateLayer> Layers(JsonElement owner) => Items<CertificateLayer>(owner.GetProperty("layers"), layer => Text(layer, "kind") switch
    {
        "dense" => new CertificateDense(layer.GetProperty("units").GetInt32(), Text(layer, "activation"), layer.GetProperty("bias").GetBoolean()),
        "conv" => Convolution(layer, layer.GetProperty("padding")),
        _ => new CertificateResidual(Layers(layer)),
    });

    private static CertificateConvolution Convolution(JsonElement layer, JsonElement padding) => new(
        layer.GetProperty("channels").GetInt32(),
        Sizes(layer, "kernel"),
        layer.GetProperty("stride").GetInt32(),
        padding.ValueKind == JsonValueKind.Number ? padding.GetInt32() : null,
        padding.ValueKind == JsonValueKind.String && padding.GetString() == "circular",
        Text(layer, "activation"),
        layer.GetProperty("bias").GetBoolean());

    private static ImmutableArray<int> Sizes(JsonElement owner, string name) => Items(owner.GetProperty(name), size => size.GetInt32());
}
