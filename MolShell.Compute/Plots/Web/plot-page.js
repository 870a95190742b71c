"use strict";
Plotly.newPlot("plot", figure.data, figure.layout, {
  responsive: true,
  displaylogo: false,
  // Data stay on this page: plotly would offer to send them to its makers.
  showSendToCloud: false,
  plotlyServerURL: "",
  toImageButtonOptions: { format: "svg" },
});
