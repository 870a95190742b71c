"""Times one-way TPS of OpenPathSampling's toy engine on the two-well surface that `Benchmarks paths` uses.

Usage: python3 ops_tps.py [moves] [steps per frame]        needs openpathsampling importable; prints moves per CPU second.
V = x^6 + y^6 - 0.7 exp(-12 (x+.5)^2 - .5 y^2) - 0.7 exp(-12 (x-.5)^2 - .5 y^2), kT 0.1, BAOAB gamma 2.5, dt 0.02,
A: x < -0.5, B: x >= 0.5. No storage.
"""
import logging
import sys
import time

import numpy as np
import openpathsampling as paths
import openpathsampling.engines.toy as toys

logging.disable(logging.CRITICAL)
moves = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
steps_per_frame = int(sys.argv[2]) if len(sys.argv) > 2 else 10

surface = (toys.OuterWalls([1.0, 1.0], [0.0, 0.0])
           + toys.Gaussian(-0.7, [12.0, 0.5], [-0.5, 0.0])
           + toys.Gaussian(-0.7, [12.0, 0.5], [0.5, 0.0]))
topology = toys.Topology(n_spatial=2, masses=[1.0, 1.0], pes=surface)
engine = toys.Engine({"integ": toys.LangevinBAOABIntegrator(dt=0.02, temperature=0.1, gamma=2.5),
                      "n_frames_max": 5000, "n_steps_per_frame": steps_per_frame}, topology)
x = paths.FunctionCV("x", lambda s: s.xyz[0][0])
a = paths.CVDefinedVolume(x, float("-inf"), -0.5)
b = paths.CVDefinedVolume(x, 0.5, float("inf"))
network = paths.TPSNetwork(a, b)
scheme = paths.OneWayShootingMoveScheme(network, selector=paths.UniformSelector(), engine=engine)

# A straight line over the barrier is a member of the ensemble; a few hundred moves forget it.
line = [toys.Snapshot(coordinates=np.array([[p, 0.0]]), velocities=np.array([[0.1, 0.0]]), engine=engine)
        for p in np.linspace(-0.55, 0.55, 23)]
start = scheme.initial_conditions_from_trajectories(paths.Trajectory(line))
sampler = paths.PathSampling(storage=None, move_scheme=scheme, sample_set=start)
sampler.output_stream = open("/dev/null", "w")
sampler.run(300)

begin = time.process_time()
sampler.run(moves)
seconds = time.process_time() - begin
print(f"{moves / seconds:.1f}")
