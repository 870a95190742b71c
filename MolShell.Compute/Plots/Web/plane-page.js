"use strict";
// Moves the particles of `plane` over the picture of their path; positions are already in its pixels.
startPlayer(plane.frames.length, k => {
  const frame = plane.frames[k];
  frame.at.forEach(([x, y], i) => {
    const marker = document.getElementById("particle-" + i);
    marker.setAttribute("cx", x);
    marker.setAttribute("cy", y);
  });
  showStatus(k, plane.frames.length, frame, plane.units);
});
